import { Component } from 'react';
import type { ReactNode } from 'react';
import type { FailedParts } from './failed-parts.ts';

interface PartBoundaryProps {
  failedParts: FailedParts;
  /** The value of `failedParts.attempts` when the part began to load; by default, the value when it is first rendered. */
  attempt?: number;
  /** Called before the part is shown again. */
  onRetry?: () => void;
  children: ReactNode;
}

/** Leaves out a part of the page that throws, and adds it to the failed parts. The rest of the page works without it. */
export class PartBoundary extends Component<PartBoundaryProps, { broken: boolean }> {
  override state = { broken: false };
  #attempt = this.props.attempt ?? this.props.failedParts.attempts;

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch() {
    const { failedParts } = this.props;
    // The user chose to try again while this part was still loading, which did not include it.
    if (this.#attempt < failedParts.attempts) this.#retry();
    else failedParts.add(this.#retry);
  }

  override componentWillUnmount() {
    this.props.failedParts.remove(this.#retry);
  }

  override render() {
    return this.state.broken ? null : this.props.children;
  }

  readonly #retry = () => {
    this.#attempt = this.props.failedParts.attempts;
    this.props.onRetry?.();
    this.setState({ broken: false });
  };
}
