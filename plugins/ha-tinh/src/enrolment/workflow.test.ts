import { decideMove, type Mover } from '@saubac/domain/workflow';
import { describe, expect, it } from 'vitest';

import { laoEnrolment, type SeatRequest } from './workflow.ts';

const request = (change: Partial<SeatRequest> = {}, ofClass: Partial<SeatRequest['class']> = {}): SeatRequest => ({
  id: 'r', person: 'p', unit: 'u', consented: true, teachesLao: false, ...change,
  class: { id: 'c', name: 'K1', state: 'open', capacity: 24, taken: 23, startsOn: '2026-03-02', place: 'Hà Tĩnh', ...ofClass },
});
const anybody: Mover = { by: 'person', id: 'me', may: () => true };
const move = (name: string, state: string, it: SeatRequest, mover: Mover = anybody, reason?: string) => decideMove(laoEnrolment, { state, openedBy: 'me', lastBy: {} }, name, mover, it, reason);

describe('a request for a seat', () => {
  it('is granted while a seat is left, those over the seats included, and the agency learns of it', () => {
    expect(move('enrol', 'consented', request())).toMatchObject({ value: { to: 'enrolled', effects: [{ name: 'tellAgency', payload: { enrolment: 'r', unit: 'u' } }] } });
    expect(move('enrol', 'consented', request({}, { taken: 24 }))).toMatchObject({ failure: { refusals: ['refusal.noSeatLeft'] } });
  });

  it('waits for the consent of the unit, and is told so where it is granted before', () => {
    expect(move('enrol', 'submitted', request({ consented: false }))).toMatchObject({ failure: { refusals: ['refusal.noConsent'] } });
  });

  it('is not for who teaches Lao, at the proposal and at the seat', () => {
    expect(move('submit', 'draft', request({ teachesLao: true }))).toMatchObject({ failure: { refusals: ['refusal.teachesLao'] } });
    expect(move('enrol', 'consented', request({ teachesLao: true }))).toMatchObject({ failure: { refusals: ['refusal.teachesLao'] } });
  });

  it('is not made for a class that takes none', () => {
    for (const state of ['planned', 'official', 'ended'] as const) expect(move('submit', 'draft', request({}, { state }))).toMatchObject({ failure: { refusals: ['refusal.classClosed'] } });
  });

  it('becomes official or is cut by the list alone', () => {
    for (const name of ['makeOfficial', 'cut']) {
      expect(move(name, 'enrolled', request({}, { state: 'trial' }), anybody, 'Vượt số chỗ')).toMatchObject({ failure: { refusals: ['refusal.listNotOfficial'] } });
      expect(move(name, 'enrolled', request({}, { state: 'official' }), anybody, 'Vượt số chỗ').ok).toBe(true);
    }
  });

  it('is declined, withdrawn and cut with a reason only', () => {
    for (const [name, state] of [['decline', 'consented'], ['withdraw', 'submitted'], ['cut', 'enrolled']] as const) expect(move(name, state, request())).toMatchObject({ failure: { kind: 'reason-needed' } });
  });

  it('is proposed by agencies, consented to by the unit and decided by who leads the classes', () => {
    const only = (permission: string): Mover => ({ by: 'person', id: 'me', may: (it) => it === permission });
    expect(move('submit', 'draft', request(), only('ha-tinh:enrolment.propose')).ok).toBe(true);
    expect(move('consent', 'submitted', request(), only('ha-tinh:enrolment.propose'))).toMatchObject({ failure: { kind: 'forbidden', permission: 'ha-tinh:enrolment.consent' } });
    expect(move('enrol', 'consented', request(), only('ha-tinh:enrolment.consent'))).toMatchObject({ failure: { kind: 'forbidden', permission: 'ha-tinh:enrolment.decide' } });
  });
});
