package io.wireroom.hub;

import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/**
 * Which headers of a call the route {@code http} lets through: all but those that the client writes
 * itself. camel-http's own choice drops {@code Cache-Control} too, which stores keep with an object
 * and which is signed.
 */
public final class CallHeaders extends HttpHeaderFilterStrategy {

  public CallHeaders() {
    getOutFilter().remove("cache-control");
  }
}
