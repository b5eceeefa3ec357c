/** How briefs are sent to chats: Discord, Mattermost, Teams, Telegram. */
@NullMarked
package io.wireroom.deliver.chat;

import org.jspecify.annotations.NullMarked;
