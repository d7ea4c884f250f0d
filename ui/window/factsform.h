// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

class AddressLink;
class Icons;
class MarkView;
class PlainLabel;
class QFormLayout;
class WebAddress;
struct ShownLink;

/// What is known of one link, each with its label. What Coder does not tell is said.
class FactsForm : public QWidget
{
    Q_OBJECT

public:
    explicit FactsForm(const Icons &icons, QWidget *parent = nullptr);

    void show(const ShownLink &shown);
    using QWidget::show;

signals:
    void openWished(const WebAddress &address);

private:
    struct Fact {
        QWidget *label = nullptr;
        QWidget *field = nullptr;
        bool shown = true;
    };
    PlainLabel *addFact(const QString &label, const QString &name);
    void addField(const QString &label, QWidget *field);
    void setShown(const QWidget *field, bool shown);
    void arrange();
    void showAccount(const ShownLink &shown);
    [[nodiscard]] QStringList words() const;

    QFormLayout *m_form;
    QList<Fact> m_facts;
    QList<QWidget *> m_arranged;
    QStringList m_words; ///< that it was arranged with
    QWidget *m_account;
    MarkView *m_initial;
    PlainLabel *m_login;
    AddressLink *m_profile;
    AddressLink *m_apps;
    PlainLabel *m_linkedSince;
    PlainLabel *m_lastChange;
    PlainLabel *m_expires;
    PlainLabel *m_linksBy;
    PlainLabel *m_session;
    PlainLabel *m_learnt;
};
