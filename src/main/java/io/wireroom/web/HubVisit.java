package io.wireroom.web;

import io.wireroom.poll.websub.Push;
import org.jspecify.annotations.Nullable;

/**
 * A hub's call.
 *
 * @param reply what it is told, once what it brings is stored
 * @param push what it brings; null when it brings nothing that counts
 */
public record HubVisit(WebReply reply, @Nullable Push push) {}
