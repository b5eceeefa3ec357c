package io.wireroom.deliver.storage;

import io.wireroom.deliver.Answers;
import io.wireroom.deliver.AzureAccess;
import io.wireroom.deliver.StorageDestination;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
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
  private static final Set<String> ENTRIES = Set.of("Contents", "Blob");

  /**
   * One object.
   *
   * @param etag the MD5 in hex, where the store has one; else whatever it gives, or nothing
   */
  public record Entry(String name, long size, String etag) {}

  /** A listing that has yet to begin. */
  public static BucketListing of(StorageDestination storage, String beginning) {
    return new BucketListing(storage, beginning, List.of(), null, true, null);
  }

  @Override
  public HttpCall next(Instant at) {
    return BucketRequests.of(storage).list(beginning, PAGE, continuation, at);
  }

  @Override
  public BucketListing heard(HttpReply reply) {
    if (reply.failure() != null) {
      return failed(Answers.words(reply, reply.failure()));
    }
    BucketRequests requests = BucketRequests.of(storage);
    if (!reply.ok()) {
      return failed(requests.error(reply, Right.LIST).reason());
    }
    try {
      return read(reply.text(), requests.key("").length());
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
          case "Contents", "Blob" -> etag = "";
          case "Key", "Name" -> key = reader.getElementText();
          case "ETag" -> etag = reader.getElementText().replace("\"", "");
          case "Content-MD5" -> etag = hex(reader.getElementText());
          case "Size", "Content-Length" -> size = Long.parseLong(reader.getElementText().strip());
          case "IsTruncated" -> truncated = Boolean.parseBoolean(reader.getElementText().strip());
          case "NextContinuationToken", "NextMarker" -> next = reader.getElementText();
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT
          && ENTRIES.contains(reader.getLocalName())) {
        all.add(new Entry(key.substring(Math.min(prefix, key.length())), size, etag));
      }
    }
    // Azure only names a marker, an empty one at the end.
    boolean more = next != null && !next.isEmpty() && (truncated || ofAzure(storage));
    return new BucketListing(storage, beginning, all, more ? next : null, more, null);
  }

  private static boolean ofAzure(StorageDestination storage) {
    return storage.access() instanceof AzureAccess;
  }

  /** Azure keeps the MD5 beside the object, in base64; its ETag is a time. */
  private static String hex(String base64) {
    return HexFormat.of().formatHex(Base64.getDecoder().decode(base64.strip()));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
