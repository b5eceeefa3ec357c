package io.wireroom.deliver.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses the pages of a table by the JDK's gzip, which every reader of Parquet knows. The
 * library's own way leads through Hadoop, its other codecs through native libraries of megabytes.
 */
final class GzipCodec implements CompressionCodecFactory {

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    return new Compressor(known(codec));
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return new Decompressor(known(codec));
  }

  private static CompressionCodecName known(CompressionCodecName codec) {
    if (codec != CompressionCodecName.GZIP && codec != CompressionCodecName.UNCOMPRESSED) {
      throw new ForeignVolume("it is compressed by " + codec + ", ours by gzip");
    }
    return codec;
  }

  @Override
  public void release() {}

  private record Compressor(CompressionCodecName codec) implements BytesInputCompressor {

    @Override
    public BytesInput compress(BytesInput plain) throws IOException {
      if (codec == CompressionCodecName.UNCOMPRESSED) {
        return plain;
      }
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        plain.writeAllTo(out);
      }
      return BytesInput.from(packed);
    }

    @Override
    public CompressionCodecName getCodecName() {
      return codec;
    }

    @Override
    public void release() {}
  }

  private record Decompressor(CompressionCodecName codec) implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput packed, int plainSize) throws IOException {
      if (codec == CompressionCodecName.UNCOMPRESSED) {
        return packed;
      }
      try (InputStream in = new GZIPInputStream(packed.toInputStream())) {
        return BytesInput.from(in.readNBytes(plainSize));
      }
    }

    @Override
    public void decompress(ByteBuffer packed, int packedSize, ByteBuffer plain, int plainSize)
        throws IOException {
      plain.put(decompress(BytesInput.from(packed), plainSize).toByteBuffer());
    }

    @Override
    public void release() {}
  }
}
