export { beginEnrolment, confirmEnrolment, type BeginEnrolment, type BeginEnrolmentFailure, type ConfirmEnrolment, type ConfirmEnrolmentFailure, type Enrolled } from './enrol.ts';
export { passSecondFactor, type Passed, type PassSecondFactor, type PassSecondFactorFailure } from './pass.ts';
export { removeSecondFactor, renewRecoveryCodes, resetSecondFactor, type OwnSecondFactor, type OwnSecondFactorFailure } from './remove.ts';
export { signInRequirement, type SignInRequirement } from './requirement.ts';
