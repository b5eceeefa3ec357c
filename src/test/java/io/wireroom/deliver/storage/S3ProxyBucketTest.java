package io.wireroom.deliver.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.deliver.JdkTransport;
import io.wireroom.deliver.Letter;
import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.deliver.S3Access;
import java.net.URI;
import java.util.List;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against an S3 server that others wrote. */
class S3ProxyBucketTest extends BucketSuite {

  private static final String ACCESS_KEY = "AKIATESTTESTTESTTEST";
  private static final String SECRET_KEY = "a/secret+for/the-tests-only";
  private static final String DOMAIN = "s3.store.example";

  private static BlobStoreContext context;
  private static BlobStore store;
  private static S3Proxy server;
  private static S3Proxy virtual;

  private final StorageSender sender = new StorageSender();

  @BeforeAll
  static void start() throws Exception {
    context =
        ContextBuilder.newBuilder("transient-nio2")
            .credentials("nobody", "nothing")
            .buildView(BlobStoreContext.class);
    store = context.getBlobStore();
    server = server().build();
    server.start();
    virtual = server().virtualHost(DOMAIN).build();
    virtual.start();
    store.createContainerInLocation(null, "news");
  }

  private static S3Proxy.Builder server() {
    return S3Proxy.builder()
        .blobStore(store)
        .endpoint(URI.create("http://127.0.0.1:0"))
        .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY);
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
    virtual.stop();
    context.close();
  }

  @BeforeEach
  void clear() {
    store.clearContainer("news");
  }

  @Override
  S3Access s3() {
    return Buckets.s3(URI.create("http://127.0.0.1:" + server.getPort()), ACCESS_KEY, SECRET_KEY);
  }

  @Test
  void the_bucket_may_be_part_of_the_host_name() {
    S3Access s3 =
        Buckets.virtual(Buckets.s3(URI.create("http://" + DOMAIN), ACCESS_KEY, SECRET_KEY));
    Letter letter = letter("s3://news/briefs", s3, "json");
    StoredObject object = sender.objects(letter).get(0);

    Outcome outcome =
        sender.read(
            letter, object, new JdkTransport(virtual.getPort()).send(sender.put(letter, object)));

    assertThat(outcome.verdict()).as(outcome.toString()).isEqualTo(Verdict.DELIVERED);
    assertThat(store.blobExists("news", "briefs/dt=2026-03-02/b1f0aa.json")).isTrue();
  }

  /** This store does not know the header, as many do not: the reason has to say how to go on. */
  @Test
  void a_store_that_refuses_checksums_says_what_to_change() {
    Letter letter = letter("s3://news", Buckets.checked(s3()), "json");

    Outcome outcome = put(letter, sender.objects(letter).get(0));

    assertThat(outcome.verdict()).as(outcome.toString()).isEqualTo(Verdict.DESTINATION_OFF);
    assertThat(outcome.reason()).contains("try checksums: when-required");
  }

  @Test
  void a_probe_names_the_option_that_is_refused_and_goes_on_without() {
    S3Access s3 = s3();
    S3Access asking =
        new S3Access(
            s3.endpoint(),
            s3.region(),
            true,
            s3.accessKey(),
            s3.secretKey(),
            "when-supported",
            "STANDARD_IA",
            "AES256",
            null,
            null);

    List<String> lacks = probe(Days.storage("s3://news/briefs", asking));

    assertThat(lacks)
        .containsExactly(
            "refuses the checksum header: set checksums: when-required",
            "can't encrypt as asked: change encryption, or leave it out");
    assertThat(store.list("news")).isEmpty();
  }
}
