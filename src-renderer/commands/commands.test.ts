import { describe, expect, it, vi } from 'vitest';
import { createCommands } from './commands.ts';

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
