package io.wireroom.deliver;

import java.time.Instant;

/**
 * One brief that one subscription is owed: a row of the outbox.
 *
 * @param id hash of brief + subscription: the same on every run, so a replay makes no new one; hex
 * @param destinationId where it goes
 * @param subscriptionId why it goes there
 * @param briefId what goes
 * @param attempts how many attempts were made before this one
 * @param createdAt when the brief was matched
 */
public record Delivery(
    String id,
    String destinationId,
    String subscriptionId,
    String briefId,
    int attempts,
    Instant createdAt) {}
