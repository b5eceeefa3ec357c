package io.wireroom.deliver.storage;

import io.wireroom.brief.Brief;
import io.wireroom.deliver.Content;
import io.wireroom.deliver.Notice;
import io.wireroom.deliver.RoundUp;
import io.wireroom.deliver.StorageDestination;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a folder or a bucket has, against what was delivered there. Folders are listed as they are
 * needed, each once.
 *
 * <p>A brief's JSON is compared by its content, by the ETag where that is an MD5, as with S3
 * without KMS, else by reading. The other forms have to be there and not empty: a newer Wireroom
 * may write them differently.
 */
public final class Inventory {

  /** How something lies there. */
  public enum Found {
    THERE,
    GONE,
    ALTERED
  }

  private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

  /** Tags that turned out to be no MD5 so often are none in that bucket. */
  private static final int MISLEADING = 3;

  private static final String OURS = ".wireroom";

  private final StorageDestination storage;
  private final StoreView view;
  private final Set<String> listed = new HashSet<>();
  private final Map<String, BucketListing.Entry> entries = new HashMap<>();
  private final Set<String> expected = new HashSet<>();
  private int misleading;

  public Inventory(StorageDestination storage, StoreView view) {
    this.storage = storage;
    this.view = view;
  }

  /**
   * How a brief that was delivered lies there, in all its forms.
   *
   * @throws StoreView.NoView if nobody can look
   */
  public Found look(Brief brief) {
    expect(brief);
    Found worst = Found.THERE;
    for (StoredObject object : StorageSender.objects(storage, brief)) {
      Found found = look(object);
      worst = found == Found.GONE || worst == Found.THERE ? found : worst;
      if (worst == Found.GONE) {
        break;
      }
    }
    return worst;
  }

  /**
   * Whether a file of many briefs is there.
   *
   * @throws StoreView.NoView if nobody can look
   */
  public Found look(VolumeKey name) {
    expected.add(name.key());
    if (!listed(folder(name.key()))) {
      list(name.key());
    }
    BucketListing.Entry entry = entries.get(name.key());
    return entry == null || entry.size() == 0 ? Found.GONE : Found.THERE;
  }

  /** What is there because of a brief is not foreign, whatever became of its delivery. */
  public void expect(Brief brief) {
    expected.addAll(BriefKeys.of(storage, brief).values());
    VolumeKey.of(storage, brief).forEach(name -> expected.add(name.key()));
  }

  /** The same for a round-up or a notice. */
  public void expect(Content content) {
    if (content instanceof RoundUp roundUp) {
      expected.addAll(BriefKeys.of(storage, roundUp).values());
    } else if (content instanceof Notice notice) {
      expected.add(StoredParcels.object(notice).key());
    }
  }

  /** What lies in the folders that were looked into, and nothing that is known explains. */
  public Set<String> foreign() {
    Set<String> foreign = new TreeSet<>(entries.keySet());
    foreign.removeAll(expected);
    foreign.removeIf(name -> name.substring(name.lastIndexOf('/') + 1).startsWith(OURS));
    return foreign;
  }

  private Found look(StoredObject object) {
    String folder = folder(object.key());
    if (!listed(folder)) {
      list(folder);
    }
    BucketListing.Entry entry = entries.get(object.key());
    if (entry == null) {
      return Found.GONE;
    } else if (!object.contentType().equals("application/json")) {
      return entry.size() > 0 ? Found.THERE : Found.ALTERED;
    }
    boolean same = entry.size() == object.bytes().length && same(entry, object.bytes());
    return same ? Found.THERE : Found.ALTERED;
  }

  private boolean same(BucketListing.Entry entry, byte[] bytes) {
    boolean tagged = !entry.etag().isEmpty();
    if (tagged && (misleading >= MISLEADING || !MD5.matcher(entry.etag()).matches())) {
      return true;
    }
    if (tagged && entry.etag().equals(md5(bytes))) {
      return true;
    }
    boolean same = Arrays.equals(view.read(storage, entry.name()), bytes);
    misleading += tagged && same ? 1 : 0;
    return same;
  }

  private boolean listed(String folder) {
    return listed.stream().anyMatch(folder::startsWith);
  }

  private void list(String beginning) {
    List<BucketListing.Entry> found = view.list(storage, beginning);
    found.forEach(entry -> entries.put(entry.name(), entry));
    listed.add(beginning);
  }

  private static String folder(String key) {
    return key.substring(0, key.lastIndexOf('/') + 1);
  }

  private static @Nullable String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      return null;
    }
  }
}
