//! Table `ledger_entry`.

use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait, EnumIter, PrimaryKeyTrait, Uuid,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub county: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    pub epoch: i32,
    pub command_id: Uuid,
    pub command_hash: Vec<u8>,
    pub device_id: Uuid,
    pub device_number: i64,
    pub person_id: Option<Uuid>,
    pub kind: String,
    pub case_id: Option<Uuid>,
    pub verdict: String,
    #[sea_orm(column_type = "Text")]
    pub verdict_body: String,
    pub rulebook: i32,
    pub received_at: i64,
    pub made_at: i64,
    pub events_hash: Vec<u8>,
    pub content_hash: Vec<u8>,
    pub prev_hash: Vec<u8>,
    pub hash: Vec<u8>,
    pub algorithm: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
