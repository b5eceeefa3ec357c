package io.wireroom.deliver.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A folder with files of many briefs. Whoever reads one finds it whole, before or after a change:
 * it is written under another name in the same folder, forced to the disk, and renamed. Hubs that
 * write to the same folder take turns by a lock of the operating system, which ends with its
 * process.
 */
final class Shelf {

  static final String LOCK = ".wireroom.lock";

  private final Path folder;

  Shelf(Path folder) {
    this.folder = folder;
  }

  /**
   * Completes a file.
   *
   * @throws IOException if the folder can't be written to
   */
  Bound complete(Volume volume) throws IOException {
    Path file = folder.resolve(volume.name().key());
    Files.createDirectories(parent(file));
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = locked(channel)) {
      byte[] existing = Files.exists(file) ? Files.readAllBytes(file) : Bound.NOTHING;
      Bound bound = volume.bound(existing);
      if (bound.changed()) {
        replace(file, bound.bytes());
      }
      return bound;
    }
  }

  /** Some file systems of networks know no locks; there, one hub alone should write. */
  private static @Nullable FileLock locked(FileChannel channel) {
    try {
      return channel.lock();
    } catch (IOException e) {
      return null;
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(".part-" + file.getFileName());
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        out.write(left);
      }
      out.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(parent(file));
  }

  /** The rename itself is durable only when its folder is; Windows needs and knows no such call. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The file is there, whole; only a crash of the machine could still undo the rename.
      return;
    }
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " is no file in a folder");
    }
    return parent;
  }
}
