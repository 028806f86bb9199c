import { testBadInput } from '../testBadInput';
import { worksectionFixture } from './fixture';
import { testOAuth2 } from './oAuth2';

testBadInput('worksection', worksectionFixture);

describe('by OAuth2', () => testOAuth2(worksectionFixture));
