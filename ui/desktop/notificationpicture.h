// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusArgument>
#include <QImage>
#include <QMetaType>

/// A picture as `image-data` of the Desktop Notifications Specification wants it: (iiibiiay).
struct NotificationPicture {
    QImage image{}; ///< RGBA8888

    static NotificationPicture of(const QImage &image);
    /// Ready for a map of hints.
    [[nodiscard]] QVariant toVariant() const;
};
Q_DECLARE_METATYPE(NotificationPicture)

QDBusArgument &operator<<(QDBusArgument &argument, const NotificationPicture &picture);
const QDBusArgument &operator>>(const QDBusArgument &argument, NotificationPicture &picture);
