package io.wireroom.article;

import io.wireroom.poll.Item;

/**
 * An item whose article has not been read yet.
 *
 * @param attempts how many times its page was tried before
 */
public record PendingItem(Item item, int attempts) {}
