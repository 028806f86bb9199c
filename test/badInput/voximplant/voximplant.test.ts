import { testBadInput } from '../testBadInput';
import { voximplantFixture } from './fixture';

testBadInput('voximplant', voximplantFixture);
