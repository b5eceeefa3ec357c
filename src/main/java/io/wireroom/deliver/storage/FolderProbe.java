package io.wireroom.deliver.storage;

import io.wireroom.deliver.StorageDestination;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds out what a folder can do, by two small files that are removed again. */
public final class FolderProbe {

  /** Thousands of briefs; less is soon full. */
  private static final long LITTLE = 64L * 1024 * 1024;

  private final StorageDestination storage;
  private final List<String> lacks = new ArrayList<>();

  private FolderProbe(StorageDestination storage) {
    this.storage = storage;
  }

  /** What a folder lacks, in words, with what to do. It is made when it is not there. */
  public static List<String> lacks(StorageDestination storage) {
    return new FolderProbe(storage).found();
  }

  private List<String> found() {
    Path folder = storage.directory();
    try {
      Files.createDirectories(folder);
      files(folder);
      space(folder);
    } catch (IOException e) {
      lacks.add(
          "can't be written to ("
              + e
              + "): let the user that runs Wireroom write to "
              + folder
              + ", or change url");
    }
    return lacks;
  }

  private void files(Path folder) throws IOException {
    Path written = Files.createTempFile(folder, ".wireroom-probe-", "-a");
    Path moved = written.resolveSibling(written.getFileName() + "-b");
    try {
      if (!storage.layout().contains("{id}") || storage.layout().contains("{source}")) {
        names(written);
      }
      Files.move(written, moved, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      lacks.add(
          "can't rename files at one stroke: readers may see half a file, and files of days can't"
              + " be written; use a local disk");
    } finally {
      Files.deleteIfExists(written);
      Files.deleteIfExists(moved);
    }
  }

  /** Two ids of sources may differ in case alone. */
  private void names(Path written) {
    String other = String.valueOf(written.getFileName()).toUpperCase(Locale.ROOT);
    if (Files.exists(written.resolveSibling(other))) {
      lacks.add(
          "takes names that differ only in case for one file; keep {id} in the file's own name");
    }
  }

  private void space(Path folder) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < LITTLE) {
      lacks.add("has only " + free / (1024 * 1024) + " MB left; make room");
    }
  }
}
