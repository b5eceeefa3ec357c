package io.wireroom.deliver.storage;

import io.wireroom.deliver.StorageDestination;
import java.util.List;

/** A look into a folder or a bucket, for the audit. Names are below the destination's url. */
public interface StoreView {

  /** What is there whose name begins so. */
  List<BucketListing.Entry> list(StorageDestination storage, String beginning);

  /** The content of one that is there. */
  byte[] read(StorageDestination storage, String name);

  /** Nobody can look there; the message says why, and what to do. */
  final class NoView extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoView(String why) {
      super(why);
    }
  }
}
