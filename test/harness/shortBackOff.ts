// The wait between two tries is drawn at random, and may take seconds. Here it takes none; how long it is, is
// tested by test/shared/retry.test.ts.
beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0));
