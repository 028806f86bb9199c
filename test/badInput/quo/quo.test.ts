import { testBadInput } from '../testBadInput';
import { quoFixture } from './fixture';

testBadInput('quo', quoFixture);
