package io.wireroom.poll.websub;

import java.time.Duration;

/**
 * What a hub answered to a request of ours.
 *
 * @param lease as it was when the hub was asked
 * @param accepted whether the hub will call back
 * @param lasting whether it refuses for good
 * @param retryAfter how long it asks to be left alone; zero when it does not
 * @param note for people: what came of it
 */
public record HubAnswer(
    HubLease lease, boolean accepted, boolean lasting, Duration retryAfter, String note) {}
