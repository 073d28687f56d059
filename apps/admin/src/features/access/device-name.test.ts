import { describe, expect, it } from 'vitest';
import { deviceName } from './device-name.ts';

describe('the device of a session', () => {
  it('has the names that people know', () => {
    expect(deviceName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0')).toBe('Edge, Windows');
    expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1')).toBe('Safari, iOS');
    expect(deviceName('Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Mobile Safari/537.36')).toBe('Chrome, Android');
  });

  it('is not guessed', () => {
    expect(deviceName(null)).toBeUndefined();
    expect(deviceName('curl/8.0')).toBeUndefined();
  });
});
