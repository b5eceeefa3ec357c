package io.wireroom.hub;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A file as one packed object. No file and an empty one are the same: packed emptiness. */
final class Gzip {

  private Gzip() {}

  static byte[] pack(@Nullable Path file) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      if (file != null) {
        Files.copy(file, out);
      }
    }
    return packed.toByteArray();
  }

  /**
   * Makes the file again.
   *
   * @param to a file that is not there yet
   * @return whether the bytes were packed by gzip, and whole
   */
  static boolean unpack(byte[] bytes, Path to) throws IOException {
    try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      if (Files.copy(packed, to) == 0) {
        Files.delete(to);
      }
      return true;
    } catch (ZipException | EOFException e) {
      return false;
    }
  }
}
