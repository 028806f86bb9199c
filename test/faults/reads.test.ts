import { isPoll, isWrite } from './fault';
import { cells } from './matrix';
import { testCells } from './testCells';

testCells(cells.filter(({ column }) => !isWrite(column) && !isPoll(column)));
