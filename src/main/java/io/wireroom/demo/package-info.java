/**
 * Everything that {@code wireroom demo} shows, on loopback: a small news site, and three receivers
 * shaped like Slack, a bucket and a webhook endpoint. Nothing here is needed to run the hub.
 */
@NullMarked
package io.wireroom.demo;

import org.jspecify.annotations.NullMarked;
