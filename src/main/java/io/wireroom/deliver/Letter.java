package io.wireroom.deliver;

import io.wireroom.brief.Brief;
import java.time.Instant;

/**
 * All that one attempt needs: the delivery, where it goes, and the brief that goes.
 *
 * @param attemptAt when this attempt is made; what timestamps and signatures are made from
 */
public record Letter(Delivery delivery, Destination destination, Brief brief, Instant attemptAt) {}
