import { Component } from 'react';
import type { ReactNode } from 'react';
import type { FailedParts } from './failed-parts.ts';

interface PartBoundaryProps {
  failedParts: FailedParts;
  /** The attempt in which the part began to load, as in `failedParts.attempts`. */
  attempt: number;
  /** Called before the part is shown again. */
  onRetry?: () => void;
  children: ReactNode;
}

/** Leaves out a part of the page that throws, and adds it to the failed parts. The rest of the page works without it. */
export class PartBoundary extends Component<PartBoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch() {
    const { failedParts, attempt } = this.props;
    // The user tried again while the part was loading, so it has not been tried again yet.
    if (attempt < failedParts.attempts) this.#retry();
    else failedParts.add(this.#retry);
  }

  override componentWillUnmount() {
    this.props.failedParts.remove(this.#retry);
  }

  override render() {
    return this.state.broken ? null : this.props.children;
  }

  readonly #retry = () => {
    this.props.onRetry?.();
    this.setState({ broken: false });
  };
}
