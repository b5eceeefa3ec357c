package io.wireroom.deliver.storage;

import io.wireroom.brief.Brief;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/**
 * A day's briefs as one Parquet table, a row for each, oldest first. The last column holds the
 * whole document, from which the table is read back when more briefs come.
 *
 * <p>Only this class and its two neighbours know the library, so a hub that writes no Parquet loads
 * none of it.
 */
final class DayTable {

  private static final MessageType ONLY_DOCUMENTS =
      new MessageType(DayRow.SCHEMA.getName(), DayRow.SCHEMA.getType(DayRow.DOCUMENT));

  private DayTable() {}

  /**
   * @throws ForeignVolume if what is there is another table, or none
   */
  static Bound bound(byte[] existing, List<Brief> missing) {
    Documents documents = new Documents();
    if (existing.length > 0) {
      read(existing, documents);
    }
    documents.add(missing);
    int briefs = documents.inOrder().size();
    return documents.changed()
        ? new Bound(written(documents), briefs, true)
        : new Bound(existing, briefs, false);
  }

  private static byte[] written(Documents documents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new ParquetBytes.Out(bytes))
            .withType(DayRow.SCHEMA)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new GzipCodec())
            .withCompressionCodec(CompressionCodecName.GZIP)
            .build()) {
      for (Documents.Entry entry : documents.inOrder()) {
        writer.write(DayRow.of(entry));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void read(byte[] table, Documents documents) {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new GzipCodec())
            .build();
    try (ParquetFileReader reader = ParquetFileReader.open(new ParquetBytes.In(table), options)) {
      if (!reader.getFileMetaData().getSchema().containsField(DayRow.DOCUMENT)) {
        throw new ForeignVolume("it has no column " + DayRow.DOCUMENT);
      }
      reader.setRequestedSchema(ONLY_DOCUMENTS);
      MessageColumnIO columns = new ColumnIOFactory().getColumnIO(ONLY_DOCUMENTS);
      int row = 0;
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        RecordReader<Group> rows =
            columns.getRecordReader(pages, new GroupRecordConverter(ONLY_DOCUMENTS));
        for (long left = pages.getRowCount(); left > 0; left--) {
          documents.there(rows.read().getString(DayRow.DOCUMENT, 0), "row " + ++row);
        }
      }
    } catch (IOException e) {
      throw new ForeignVolume("no readable Parquet: " + e.getMessage(), e);
    } catch (ForeignVolume e) {
      throw e;
    } catch (RuntimeException e) {
      // The library throws many kinds at what is no table.
      throw new ForeignVolume("no readable Parquet: " + e.getMessage(), e);
    }
  }
}
