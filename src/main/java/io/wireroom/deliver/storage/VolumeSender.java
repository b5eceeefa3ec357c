package io.wireroom.deliver.storage;

import io.wireroom.deliver.Outcome;
import io.wireroom.deliver.Outcome.Verdict;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/** Files of many briefs, on their way into a bucket or a folder. Thread-safe. */
public final class VolumeSender {

  private final ReentrantLock turn = new ReentrantLock();

  /** What has to be said to the bucket. */
  public VolumeWrite begin(Volume volume) {
    return VolumeWrite.of(volume);
  }

  /** What came of it, once all is said. */
  public Written written(VolumeWrite write) {
    if (write.result() == null) {
      throw new IllegalStateException(write.volume().name().key() + " is still being written");
    }
    return write.result();
  }

  /**
   * Writes the file in a folder.
   *
   * @throws IOException if the folder can't be written to
   */
  public Written shelve(Volume volume) throws IOException {
    turn.lock();
    try {
      Bound bound = new Shelf(volume.destination().directory()).complete(volume);
      String words = bound.changed() ? "stored" : "was complete already";
      String key = volume.name().key();
      Outcome outcome = new Outcome(Verdict.DELIVERED, words, 0, "", null, key);
      return new Written(volume, outcome, bound.briefs());
    } finally {
      turn.unlock();
    }
  }

  /** What it means that the file could not even be sent, or not be read. */
  public Written failed(Volume volume, Throwable failure) {
    return new Written(volume, StorageSender.unsent(failure), 0);
  }
}
