import { permissionOf } from '@saubac/plugin-api';
import { type Effect, type Guard, workflowFor } from '@saubac/domain/workflow';

import { type ClassState, seatsLeft } from '../classes/class-state.ts';
import { manifest } from '../manifest.ts';

/** A request for a seat, as its guards see it. `taken` counts whoever sits in the class already. */
export type SeatRequest = {
  id: string;
  person: string;
  unit: string;
  consented: boolean;
  teachesLao: boolean;
  class: { id: string; name: string; state: ClassState; capacity: number; taken: number; startsOn: string; place: string };
};

const hasSeatLeft: Guard<SeatRequest> = { name: 'hasSeatLeft', refusal: 'refusal.noSeatLeft', holds: (it) => seatsLeft(it.class, it.class.taken) > 0 };
const unitConsents: Guard<SeatRequest> = { name: 'unitConsents', refusal: 'refusal.noConsent', holds: (it) => it.consented };
const isNoTeacher: Guard<SeatRequest> = { name: 'isNoTeacher', refusal: 'refusal.teachesLao', holds: (it) => !it.teachesLao };
const classTakesRequests: Guard<SeatRequest> = { name: 'classTakesRequests', refusal: 'refusal.classClosed', holds: (it) => it.class.state === 'open' || it.class.state === 'trial' };
const onList: Guard<SeatRequest> = { name: 'listIsOfficial', refusal: 'refusal.listNotOfficial', holds: (it) => it.class.state === 'official' || it.class.state === 'ended' };

const tellAgency: Effect<SeatRequest> = { name: 'tellAgency', payload: (it) => ({ enrolment: it.id, unit: it.unit }) };

const propose = permissionOf(manifest, 'enrolment.propose');
const consent = permissionOf(manifest, 'enrolment.consent');
const decide = permissionOf(manifest, 'enrolment.decide');

/**
 * How somebody gets a seat. An agency proposes, the person's unit consents (the same agency where it proposed its own), Sở Ngoại vụ enrols;
 * after the trial the published list makes him official or cuts him (`classes/official-list.ts`).
 */
export const laoEnrolment = workflowFor<SeatRequest>()({
  id: 'lao-enrolment',
  states: ['draft', 'submitted', 'consented', 'enrolled', 'official', 'declined', 'withdrawn', 'cut'],
  initial: 'draft',
  final: ['official', 'declined', 'withdrawn', 'cut'],
  moves: {
    submit: { from: 'draft', to: 'submitted', permission: propose, guards: [classTakesRequests, isNoTeacher] },
    consent: { from: 'submitted', to: 'consented', permission: consent, guards: [classTakesRequests] },
    enrol: { from: ['submitted', 'consented'], to: 'enrolled', permission: decide, guards: [unitConsents, hasSeatLeft, isNoTeacher], effects: [tellAgency] },
    decline: { from: ['submitted', 'consented'], to: 'declined', permission: decide, reason: 'asked', aside: ['submitted'], effects: [tellAgency] },
    withdraw: { from: ['draft', 'submitted', 'consented', 'enrolled'], to: 'withdrawn', permission: propose, reason: 'asked', aside: ['draft', 'submitted', 'consented', 'enrolled'] },
    makeOfficial: { from: 'enrolled', to: 'official', permission: decide, guards: [onList], effects: [tellAgency] },
    cut: { from: 'enrolled', to: 'cut', permission: decide, guards: [onList], reason: 'asked', effects: [tellAgency] },
  },
});

/** Why a request could not be handed in as things stand, in words of the manifest. */
export const refusalsToSubmit = (it: SeatRequest | undefined): readonly string[] =>
  it === undefined ? ['refusal.notFound'] : (laoEnrolment.moves.submit.guards ?? []).filter((guard) => !guard.holds(it)).map((guard) => guard.refusal);
