package io.wireroom.deliver.storage;

import io.wireroom.deliver.StorageDestination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A look into folders. The tag of a file is empty: it is read instead. */
public final class FolderView implements StoreView {

  @Override
  public List<BucketListing.Entry> list(StorageDestination storage, String beginning) {
    Path root = storage.directory();
    int slash = beginning.lastIndexOf('/');
    Path folder = slash < 0 ? root : root.resolve(beginning.substring(0, slash));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    boolean all = beginning.isEmpty() || beginning.endsWith("/");
    try (Stream<Path> files = Files.walk(folder, all ? Integer.MAX_VALUE : 1)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> entry(root, file))
          .filter(entry -> entry.name().startsWith(beginning))
          .toList();
    } catch (IOException | RuntimeException e) {
      throw new NoView("can't look into " + folder + ": " + e.getMessage());
    }
  }

  private static BucketListing.Entry entry(Path root, Path file) {
    String name = root.relativize(file).toString().replace('\\', '/');
    return new BucketListing.Entry(name, file.toFile().length(), "");
  }

  @Override
  public byte[] read(StorageDestination storage, String name) {
    try {
      return Files.readAllBytes(storage.directory().resolve(name));
    } catch (IOException e) {
      throw new NoView("can't read " + name + ": " + e.getMessage());
    }
  }
}
