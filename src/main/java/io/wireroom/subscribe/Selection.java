package io.wireroom.subscribe;

/**
 * The briefs that a filter lets through, under a name: what the feed of a subscription shows.
 *
 * @param id the subscription's
 */
public record Selection(String id, Filter filter) {}
