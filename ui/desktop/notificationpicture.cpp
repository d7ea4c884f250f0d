// SPDX-License-Identifier: MIT
#include "desktop/notificationpicture.h"

#include <QByteArray>
#include <QDBusMetaType>

namespace {

constexpr int bitsPerSample = 8;
constexpr int channels = 4;

} // namespace

NotificationPicture NotificationPicture::of(const QImage &image)
{
    return {.image = image.convertToFormat(QImage::Format_RGBA8888)};
}

QVariant NotificationPicture::toVariant() const
{
    qDBusRegisterMetaType<NotificationPicture>();
    return QVariant::fromValue(*this);
}

QDBusArgument &operator<<(QDBusArgument &argument, const NotificationPicture &picture)
{
    const QImage &image = picture.image;
    argument.beginStructure();
    argument << image.width() << image.height() << static_cast<int>(image.bytesPerLine()) << true
             << bitsPerSample << channels;
    argument << QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, NotificationPicture &picture)
{
    int width = 0;
    int height = 0;
    int stride = 0;
    bool alpha = false;
    int bits = 0;
    int samples = 0;
    QByteArray bytes;
    argument.beginStructure();
    argument >> width >> height >> stride >> alpha >> bits >> samples >> bytes;
    argument.endStructure();
    if (stride == width * channels && bytes.size() == qsizetype{stride} * height)
        picture.image = QImage(reinterpret_cast<const uchar *>(bytes.constData()), width, height,
                               stride, QImage::Format_RGBA8888)
                            .copy();
    return argument;
}
