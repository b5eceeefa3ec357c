package io.wireroom.poll.websub;

import io.wireroom.poll.Item;
import java.util.List;

/**
 * A push that was read.
 *
 * @param items newest first; those seen before are sorted out by the store
 * @param thin whether it brings no feed, so that the news has to be fetched
 * @param note for people: why it is thin; empty when it is not
 */
public record Pushed(HubLease lease, List<Item> items, boolean thin, String note) {}
