import { Component } from 'react';
import type { ReactNode } from 'react';
import { failedParts } from './failed-parts.ts';

interface PartBoundaryProps {
  /** Called before the part is shown again. */
  onRetry?: () => void;
  children: ReactNode;
}

/** Leaves out a part of the page that throws, and adds it to `failedParts`. The rest of the page works without it. */
export class PartBoundary extends Component<PartBoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch() {
    failedParts.add(this.#retry);
  }

  override componentWillUnmount() {
    failedParts.remove(this.#retry);
  }

  override render() {
    return this.state.broken ? null : this.props.children;
  }

  readonly #retry = () => {
    this.props.onRetry?.();
    this.setState({ broken: false });
  };
}
