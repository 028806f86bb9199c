import { testBadInput } from '../testBadInput';
import { autocallsFixture } from './fixture';

testBadInput('autocalls', autocallsFixture);
