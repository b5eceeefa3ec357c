package io.wireroom.deliver.storage;

import io.wireroom.deliver.Outcome.Verdict;
import io.wireroom.net.HttpReply;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a store says is wrong.
 *
 * @param verdict what happens to the delivery
 * @param reason in words, with what to do; empty when nothing is known
 */
record StoreError(Verdict verdict, String reason) {

  /** S3's and Azure's errors are alike in this. */
  private static final Pattern CODE = Pattern.compile("<Code>\\s*([\\w.]{1,80})\\s*</Code>");

  private static final Set<String> NO_BUCKET = Set.of("NoSuchBucket", "ContainerNotFound");

  /** No object of that name, though the bucket is there. */
  static boolean absent(HttpReply reply) {
    return reply.status() == 404 && !NO_BUCKET.contains(code(reply));
  }

  /** Another object is in its place by now; stores say so in three ways. */
  static boolean changed(HttpReply reply) {
    return reply.status() == 412 || reply.status() == 409 || reply.status() == 304;
  }

  /** The store's word for what is wrong; empty when it gives none. */
  static String code(HttpReply reply) {
    Matcher named = CODE.matcher(reply.text());
    return named.find() ? named.group(1) : "";
  }

  /** The same, with what the store answered before it. */
  StoreError said(HttpReply reply) {
    String code = code(reply);
    String said = "answered " + reply.status() + (code.isEmpty() ? "" : " " + code);
    return new StoreError(verdict, said + (reason.isEmpty() ? "" : ": " + reason));
  }
}
