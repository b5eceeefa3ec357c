package io.wireroom.deliver.storage;

import io.wireroom.deliver.Outcome;

/**
 * What became of a file of many briefs.
 *
 * @param briefs how many are in it; meant only when it was delivered
 */
public record Written(Volume volume, Outcome outcome, int briefs) {}
