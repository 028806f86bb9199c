import { testBadInput } from '../testBadInput';
import { voximplantFixture } from './fixture';
import { inGroup } from './groups';

testBadInput('voximplant', voximplantFixture, inGroup('others'));
