package io.wireroom;

import java.net.URI;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;

/** A real S3 server that others wrote, in memory, on a free port of loopback. */
public final class S3Server implements AutoCloseable {

  public static final String ACCESS_KEY = "AKIATEST";
  public static final String SECRET_KEY = "secret+key";

  /** Seconds by which a test's clock may differ from the server's. */
  private static final int ANY_TIME = 366 * 24 * 3600;

  private final BlobStoreContext context;
  private final S3Proxy server;

  public S3Server() throws Exception {
    context =
        ContextBuilder.newBuilder("transient-nio2")
            .credentials("nobody", "nothing")
            .buildView(BlobStoreContext.class);
    server =
        S3Proxy.builder()
            .blobStore(store())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .maximumTimeSkew(ANY_TIME)
            .build();
    server.start();
  }

  /** What it keeps, without going over HTTP. */
  public BlobStore store() {
    return context.getBlobStore();
  }

  public int port() {
    return server.getPort();
  }

  @Override
  public void close() throws Exception {
    server.stop();
    context.close();
  }
}
