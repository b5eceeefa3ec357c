package io.wireroom.deliver.storage;

import io.wireroom.brief.Brief;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A day's briefs as JSONL: the document of one on each line, UTF-8, oldest first. */
final class DayLines {

  private DayLines() {}

  /**
   * @throws ForeignVolume if what is there has other lines
   */
  static Bound bound(byte[] existing, List<Brief> missing) {
    Documents documents = new Documents();
    int number = 0;
    for (String line : new String(existing, StandardCharsets.UTF_8).split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        documents.there(line.strip(), "line " + number);
      }
    }
    documents.add(missing);
    if (!documents.changed()) {
      return new Bound(existing, documents.inOrder().size(), false);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Documents.Entry entry : documents.inOrder()) {
      out.writeBytes(entry.document().getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }
    return new Bound(out.toByteArray(), documents.inOrder().size(), true);
  }
}
