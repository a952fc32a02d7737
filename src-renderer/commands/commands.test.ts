import { describe, expect, it, vi } from 'vitest';
import { createCommands, groupOf, sortNames } from './commands.ts';

describe('createCommands', () => {
  it('runs a command only while it is offered', () => {
    const commands = createCommands(() => false);
    const refresh = vi.fn();
    const withdraw = commands.offer('refresh', refresh);
    commands.run('refresh');
    commands.run('export');
    withdraw();
    commands.run('refresh');
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('notifies listeners when the available commands change', () => {
    const commands = createCommands(() => false);
    const seen: string[][] = [];
    const stop = commands.subscribe(() => seen.push([...commands.available().keys()]));
    const withdraw = commands.offer('refresh', vi.fn());
    const same = commands.available();
    expect(commands.available()).toBe(same);
    withdraw();
    stop();
    commands.offer('export', vi.fn());
    expect(seen).toEqual([['refresh'], []]);
  });

  it('keeps a second offer of a command when the first one is withdrawn', () => {
    const commands = createCommands(() => false);
    const next = vi.fn();
    const withdraw = commands.offer('refresh', vi.fn());
    commands.offer('refresh', next);
    withdraw();
    commands.run('refresh');
    expect(next).toHaveBeenCalledTimes(1);
  });

  it('offers views and accounts beyond the ninth, in their order', () => {
    const commands = createCommands(() => false);
    const names = ['view100', 'view11', 'export', 'account10', 'view10', 'view9', 'view1'] as const;
    for (const name of names) commands.offer(name, vi.fn(), `label of ${name}`);
    const sorted = sortNames(commands.available());
    expect(sorted.filter((name) => groupOf(name) === 'views')).toEqual([
      ...['view1', 'view9', 'view10', 'view11', 'view100'],
    ]);
    expect(sorted.filter((name) => groupOf(name) === 'accounts')).toEqual(['account10']);
    expect(sorted.filter((name) => groupOf(name) === 'list')).toEqual(['export']);
  });

  it('runs only commands that work in dialogs while a dialog is open', () => {
    const commands = createCommands(() => true);
    const ran: string[] = [];
    commands.offer('refresh', () => ran.push('refresh'));
    commands.offer('zoomIn', () => ran.push('zoomIn'));
    commands.runUnlessBehindDialog('refresh');
    commands.runUnlessBehindDialog('zoomIn');
    expect(ran).toEqual(['zoomIn']);
  });
});
