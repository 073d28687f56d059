import { type Difference, useWords } from '../../shell/index.ts';
import type { SignInChange } from './mutations.ts';
import type { SignInSettings } from './queries.ts';

type Sides = Pick<SignInSettings, 'secondFactorRequired' | 'singleSignOn'>;

/** Where two versions of the sign-in settings differ, in words; a secret is shown by neither. */
export const useSignInDifferences = () => {
  const words = useWords();
  const yesNo = (it: boolean) => words.t(it ? 'administration.on' : 'administration.off');
  const told = ({ secondFactorRequired, singleSignOn }: Pick<SignInChange, 'secondFactorRequired' | 'singleSignOn'> | Sides) => ({
    required: yesNo(secondFactorRequired),
    sso: yesNo(singleSignOn !== null),
    issuer: singleSignOn?.issuer ?? '',
    clientId: singleSignOn?.clientId ?? '',
    domains: singleSignOn?.emailDomains.join(', ') ?? '',
    isSecondFactor: singleSignOn ? yesNo(singleSignOn.isSecondFactor) : '',
  });
  return (yours: Pick<SignInChange, 'secondFactorRequired' | 'singleSignOn'>, theirs: Sides): Difference[] => {
    const [mine, saved] = [told(yours), told(theirs)];
    return (Object.keys(mine) as (keyof typeof mine)[]).flatMap((it) => (mine[it] === saved[it] ? [] : [{ label: words.t(`administration.${it}`), yours: mine[it], theirs: saved[it] }]));
  };
};
