package io.wireroom.poll.websub;

import io.wireroom.net.HttpReply;

/**
 * What a hub sent, signed by it.
 *
 * @param content as if the topic had answered with it; its body still as the hub encoded it
 */
public record Push(HubLease lease, HttpReply content) {}
