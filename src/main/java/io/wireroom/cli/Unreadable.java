package io.wireroom.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.wireroom.net.HttpReply;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;

/** Says in words why something that was named on the command line can't be read. */
final class Unreadable {

  private Unreadable() {}

  /** Jackson's hint at where a bracket was opened, which names the source in its own words. */
  private static final Pattern MARKER = Pattern.compile(" \\(start marker at .*");

  /** The reason, without the name of what can't be read, and without a full stop. */
  static String why(Exception problem) {
    if (problem instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (problem instanceof AccessDeniedException) {
      return "this user may not read it";
    }
    if (problem instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    if (problem instanceof JsonProcessingException json) {
      JsonLocation at = json.getLocation();
      String place =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      return "it is not JSON"
          + place
          + ": "
          + MARKER.matcher(json.getOriginalMessage().lines().findFirst().orElse("")).replaceAll("");
    }
    if (problem instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    String message = problem.getMessage();
    if (message == null) {
      return problem.getClass().getSimpleName();
    }
    return message.equals("Is a directory") ? "it is a folder, not a file" : message;
  }

  /** Why an address gave nothing to read, and what to do. */
  static String why(HttpReply reply) {
    if (reply.failure() != null) {
      return switch (reply.failure()) {
        case UNKNOWN_HOST -> reply.detail() + "; is the name spelt right?";
        case CONNECT -> reply.detail() + "; does a server run there?";
        case TIMEOUT -> reply.detail() + "; try again later";
        default -> reply.detail();
      };
    }
    String answer = "it answers HTTP " + reply.status();
    return switch (reply.status()) {
      case 401, 403, 407 ->
          answer + ", it refuses; save it with a browser that may read it, and name the file";
      case 404, 410 -> answer + ", nothing is there; check the address";
      case 429 -> answer + ", it was asked too often; try again later";
      default -> reply.status() >= 500 ? answer + ", it fails; try again later" : answer;
    };
  }
}
