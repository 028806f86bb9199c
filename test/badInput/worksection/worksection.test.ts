import { testBadInput } from '../testBadInput';
import { worksectionFixture } from './fixture';

testBadInput('worksection', worksectionFixture);
