package io.wireroom.deliver.storage;

import io.wireroom.deliver.Answers;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Lists what a bucket has below a beginning of names, a thousand at a time (ListObjectsV2).
 *
 * @param beginning below the destination's prefix
 * @param entries so far; names below the destination's prefix
 * @param continuation where the next page begins; null for the first
 * @param failure why it can't be listed; null when it can
 */
public record BucketListing(
    StorageDestination storage,
    String beginning,
    List<Entry> entries,
    @Nullable String continuation,
    boolean open,
    @Nullable String failure)
    implements BucketTalk {

  private static final int PAGE = 1000;

  /**
   * One object.
   *
   * @param etag as the store gives it, without quotes
   */
  public record Entry(String name, long size, String etag) {}

  /** A listing that has yet to begin. */
  public static BucketListing of(StorageDestination storage, String beginning) {
    return new BucketListing(storage, beginning, List.of(), null, true, null);
  }

  @Override
  public HttpCall next(Instant at) {
    return new S3Requests(storage).list(beginning, PAGE, continuation, at);
  }

  @Override
  public BucketListing heard(HttpReply reply) {
    if (reply.failure() != null) {
      return failed(Answers.words(reply, reply.failure()));
    }
    S3Requests requests = new S3Requests(storage);
    if (!reply.ok()) {
      boolean denied = S3Error.code(reply).equals("AccessDenied");
      String bucket = requests.address().bucket();
      return failed(
          denied
              ? "the key may not list; allow it s3:ListBucket on " + bucket
              : S3Error.of(reply, bucket, requests.s3().region()).reason());
    }
    try {
      return read(reply.text(), requests.address().key("").length());
    } catch (XMLStreamException | RuntimeException e) {
      return failed("it gives no list that can be read: " + e.getMessage());
    }
  }

  private BucketListing failed(String why) {
    return new BucketListing(storage, beginning, entries, null, false, why);
  }

  private BucketListing read(String xml, int prefix) throws XMLStreamException {
    List<Entry> all = new ArrayList<>(entries);
    String next = null;
    boolean truncated = false;
    String key = "";
    String etag = "";
    long size = 0;
    XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "Key" -> key = reader.getElementText();
          case "ETag" -> etag = reader.getElementText().replace("\"", "");
          case "Size" -> size = Long.parseLong(reader.getElementText().strip());
          case "IsTruncated" -> truncated = Boolean.parseBoolean(reader.getElementText().strip());
          case "NextContinuationToken" -> next = reader.getElementText();
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT
          && reader.getLocalName().equals("Contents")) {
        all.add(new Entry(key.substring(Math.min(prefix, key.length())), size, etag));
      }
    }
    boolean more = truncated && next != null;
    return new BucketListing(storage, beginning, all, more ? next : null, more, null);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
